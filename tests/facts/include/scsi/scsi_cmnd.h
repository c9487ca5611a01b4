/* SPDX-License-Identifier: GPL-2.0-or-later */
struct scsi_data_buffer {
	struct sg_table table;
	unsigned int length;
};

struct scsi_cmnd {
	struct scsi_data_buffer sdb;
};
