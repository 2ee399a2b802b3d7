"""Thông tin cuộc kiểm tra: what the notice says about the visit itself."""
