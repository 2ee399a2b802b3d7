# One definition of every chore; continuous integration calls these targets too.
# Needs only make and Python 3.11+; everything else is installed into .venv.

VENV := .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
else
  BIN := $(VENV)/bin
endif

# The first Python on PATH that is new enough, else the first one at all (it then
# says that it is too old). Override: make run PYTHON=/path/to/python3.12
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; exit; }; \
  done; command -v python3 || command -v python)
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run demo test test-quick test-package torture screens bench lint types \
  format build constraints clean

help:  ## Liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/.runtime  ## Mở ứng dụng tại 127.0.0.1 (ARGS=--window: cửa sổ riêng)
	@$(BIN)/fieldapp run $(ARGS)

demo: $(VENV)/.runtime  ## Làm trọn cuộc kiểm tra mẫu, ra PDF đã ký trong exports/
	@$(BIN)/fieldapp demo $(ARGS)

test: $(VENV)/browser.path  ## Kiểm tra mã nguồn rồi chạy mọi kiểm thử
	$(MAKE) --no-print-directory lint types
	$(BIN)/python -m pytest $(ARGS)

test-quick: $(VENV)/.dev  ## Chỉ chạy kiểm thử không cần trình duyệt, không đóng gói
	$(BIN)/python -m pytest -m "not torture and not package and not e2e" $(ARGS)

test-package: $(VENV)/.dev  ## Đóng gói rồi chạy thử chương trình ngoài thư mục mã
	$(BIN)/python -m pytest -m package $(ARGS)

torture: $(VENV)/browser.path  ## Chạy các đợt thử dài (kill -9 một nghìn lần…)
	HYPOTHESIS_PROFILE=torture $(BIN)/python -m pytest -m torture $(ARGS)

screens: $(VENV)/browser.path  ## Chụp mọi màn hình ở hai cỡ vào docs/screens/
	$(BIN)/python -m tests.e2e.screens $(ARGS)

bench: $(VENV)/browser.path $(VENV)/.bench  ## Đo tốc độ, cạnh các chương trình khác
	$(BIN)/python -m benchmarks $(ARGS)

lint: $(VENV)/.dev  ## ruff và hợp đồng giữa các tầng
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: $(VENV)/.dev  ## mypy, chặt
	$(BIN)/mypy

format: $(VENV)/.dev  ## Sắp lại mã nguồn
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

build: build/venv/.package  ## Đóng gói thành một thư mục chạy được: dist/fieldapp/
	build/venv/$(notdir $(BIN))/python -m PyInstaller --noconfirm --clean \
	  --log-level WARN --workpath build/work --distpath dist build.spec

constraints: build/pin/.uv  ## Tính lại các tệp ghim phiên bản
	build/pin/$(notdir $(BIN))/python tools/pin.py

clean:  ## Xoá môi trường và mọi thứ sinh ra (không đụng dữ liệu)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	  .import_linter_cache tests/e2e/.artifacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

define setup
	@command -v "$(PYTHON)" >/dev/null || { echo "Không tìm thấy Python: hãy cài Python 3.11 trở lên rồi chạy lại." >&2; exit 1; }
	@$(PYTHON) tools/setup_env.py $(1) $(2)
endef

$(VENV)/.runtime: constraints.txt pyproject.toml tools/setup_env.py
	$(call setup,runtime,$(VENV))

$(VENV)/.dev: constraints.txt constraints-dev.txt pyproject.toml tools/setup_env.py
	$(call setup,dev,$(VENV))

# Other programs we are measured against; nothing else needs them.
$(VENV)/.bench: $(VENV)/.dev constraints-bench.txt
	$(call setup,bench,$(VENV))

$(VENV)/browser.path: $(VENV)/.dev tools/prepare_tests.py
	$(BIN)/python tools/prepare_tests.py

# The packaged program must not meet flet-cli or flet-desktop: their PyInstaller hook
# downloads a client while building. Hence an environment of its own.
build/venv/.package: constraints.txt constraints-package.txt tools/setup_env.py
	$(call setup,package,build/venv)

build/pin/.uv:
	@$(PYTHON) -m venv --clear build/pin
	@build/pin/$(notdir $(BIN))/python -m pip install --quiet uv
	@touch $@
