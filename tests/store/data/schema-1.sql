PRAGMA application_id = 1178685520;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE device (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                device_id VARCHAR NOT NULL,
                hlc INTEGER NOT NULL,
                arrival INTEGER NOT NULL
            );
INSERT INTO "device" VALUES(1,'may-1',116157815193600008,9);
CREATE TABLE head (
                inspection_id VARCHAR NOT NULL,
                entity VARCHAR NOT NULL,
                entity_id VARCHAR NOT NULL,
                field VARCHAR NOT NULL,
                device_id VARCHAR NOT NULL,
                counter INTEGER NOT NULL,
                shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
                born INTEGER NOT NULL,
                hlc INTEGER NOT NULL,
                author VARCHAR NOT NULL,
                wall_time VARCHAR NOT NULL,
                kind VARCHAR NOT NULL,
                value VARCHAR NOT NULL,
                PRIMARY KEY
                    (inspection_id, entity, entity_id, field, device_id, counter),
                FOREIGN KEY (inspection_id, device_id, counter)
                    REFERENCES op (inspection_id, device_id, counter)
            ) WITHOUT ROWID;
INSERT INTO "head" VALUES('thu-1','answer','so-hoa/X1','body','may-1',4,1,116157815193600002,116157815193600003,'Lan','2026-03-02T05:00:00.000000+00:00','set','{"den":null,"document":null,"num":null,"reported":null,"status":"given","value":"55.96"}');
INSERT INTO "head" VALUES('thu-1','answer','so-hoa/X1','note','may-1',5,1,116157815193600004,116157815193600004,'Lan','2026-03-02T05:00:00.000000+00:00','set','"xem sổ"');
INSERT INTO "head" VALUES('thu-1','checklist','thu','text','may-1',2,1,116157815193600001,116157815193600001,'Lan','2026-03-02T05:00:00.000000+00:00','set','{"sha256":"cfe915ed27aed5db3625ae3ecff0052fc62aeafe07d2f8e53410b3c67aa11f87","text":"id: thu\n# ghi chú \n\n"}');
INSERT INTO "head" VALUES('thu-1','finding','f1','body','may-1',6,1,116157815193600005,116157815193600005,'Lan','2026-03-02T05:00:00.000000+00:00','set','{"criterion":"","id":"f1","kind":"shortcoming","text":"Chậm công khai","units":[]}');
INSERT INTO "head" VALUES('thu-1','finding','f2','body','may-1',8,1,116157815193600006,116157815193600007,'Lan','2026-03-02T05:00:00.000000+00:00','delete','null');
INSERT INTO "head" VALUES('thu-1','inspection','thu-1','header','may-1',1,1,116157815193600000,116157815193600000,'Lan','2026-03-02T05:00:00.000000+00:00','set','{"campaign":{"id":"dot-1","name":"Đợt một","year":2026},"checklist":"thu","checklist_sha256":"","id":"thu-1","issuer":{"agency":"SỞ NỘI VỤ","parent":"","place":"Huế","symbol":"TB-SNV"},"legal_basis":[],"mode":"planned","period":{"end":null,"start":null,"text":""},"sub_units":[],"sub_units_visited":[],"team":[],"unit":{"code":"X1","kind":"xa","name":"UBND xã Một"},"unit_head":null,"visited_on":null}');
INSERT INTO "head" VALUES('thu-1','photo','p1','body','may-1',9,1,116157815193600008,116157815193600008,'Lan','2026-03-02T05:00:00.000000+00:00','attach','{"caption":"","criterion":"","file_name":"","height_px":3,"id":"p1","media_type":"image/jpeg","sha256":"0000000000000000000000000000000000000000000000000000000000000000","size_bytes":1,"taken_at":null,"unit":"","width_px":2}');
CREATE TABLE migration (
                version INTEGER NOT NULL PRIMARY KEY,
                name VARCHAR NOT NULL
            );
INSERT INTO "migration" VALUES(1,'ops and their heads');
CREATE TABLE op (
                inspection_id VARCHAR NOT NULL,
                device_id VARCHAR NOT NULL,
                counter INTEGER NOT NULL CHECK (counter >= 1),
                arrival INTEGER NOT NULL UNIQUE,
                author VARCHAR NOT NULL,
                hlc INTEGER NOT NULL,
                wall_time VARCHAR NOT NULL,
                kind VARCHAR NOT NULL,
                entity VARCHAR NOT NULL,
                entity_id VARCHAR NOT NULL,
                field VARCHAR NOT NULL,
                value VARCHAR NOT NULL,
                seen VARCHAR NOT NULL,
                schema_v INTEGER NOT NULL,
                PRIMARY KEY (inspection_id, device_id, counter)
            ) WITHOUT ROWID;
INSERT INTO "op" VALUES('thu-1','may-1',1,1,'Lan',116157815193600000,'2026-03-02T05:00:00.000000+00:00','set','inspection','thu-1','header','{"campaign":{"id":"dot-1","name":"Đợt một","year":2026},"checklist":"thu","checklist_sha256":"","id":"thu-1","issuer":{"agency":"SỞ NỘI VỤ","parent":"","place":"Huế","symbol":"TB-SNV"},"legal_basis":[],"mode":"planned","period":{"end":null,"start":null,"text":""},"sub_units":[],"sub_units_visited":[],"team":[],"unit":{"code":"X1","kind":"xa","name":"UBND xã Một"},"unit_head":null,"visited_on":null}','[]',1);
INSERT INTO "op" VALUES('thu-1','may-1',2,2,'Lan',116157815193600001,'2026-03-02T05:00:00.000000+00:00','set','checklist','thu','text','{"sha256":"cfe915ed27aed5db3625ae3ecff0052fc62aeafe07d2f8e53410b3c67aa11f87","text":"id: thu\n# ghi chú \n\n"}','[]',1);
INSERT INTO "op" VALUES('thu-1','may-1',3,3,'Lan',116157815193600002,'2026-03-02T05:00:00.000000+00:00','set','answer','so-hoa/X1','body','{"den":null,"document":null,"num":null,"reported":null,"status":"given","value":"34.80"}','[]',1);
INSERT INTO "op" VALUES('thu-1','may-1',4,4,'Lan',116157815193600003,'2026-03-02T05:00:00.000000+00:00','set','answer','so-hoa/X1','body','{"den":null,"document":null,"num":null,"reported":null,"status":"given","value":"55.96"}','["may-1.3"]',1);
INSERT INTO "op" VALUES('thu-1','may-1',5,5,'Lan',116157815193600004,'2026-03-02T05:00:00.000000+00:00','set','answer','so-hoa/X1','note','"xem sổ"','[]',1);
INSERT INTO "op" VALUES('thu-1','may-1',6,6,'Lan',116157815193600005,'2026-03-02T05:00:00.000000+00:00','set','finding','f1','body','{"criterion":"","id":"f1","kind":"shortcoming","text":"Chậm công khai","units":[]}','[]',1);
INSERT INTO "op" VALUES('thu-1','may-1',7,7,'Lan',116157815193600006,'2026-03-02T05:00:00.000000+00:00','set','finding','f2','body','{"criterion":"","id":"f2","kind":"shortcoming","text":"Bỏ","units":[]}','[]',1);
INSERT INTO "op" VALUES('thu-1','may-1',8,8,'Lan',116157815193600007,'2026-03-02T05:00:00.000000+00:00','delete','finding','f2','body','null','["may-1.7"]',1);
INSERT INTO "op" VALUES('thu-1','may-1',9,9,'Lan',116157815193600008,'2026-03-02T05:00:00.000000+00:00','attach','photo','p1','body','{"caption":"","criterion":"","file_name":"","height_px":3,"id":"p1","media_type":"image/jpeg","sha256":"0000000000000000000000000000000000000000000000000000000000000000","size_bytes":1,"taken_at":null,"unit":"","width_px":2}','[]',1);
CREATE TRIGGER op_is_never_changed BEFORE UPDATE ON op
            BEGIN SELECT raise(ABORT, 'an op is never changed'); END;
CREATE TRIGGER op_is_never_deleted BEFORE DELETE ON op
            BEGIN SELECT raise(ABORT, 'an op is never deleted'); END;
COMMIT;
