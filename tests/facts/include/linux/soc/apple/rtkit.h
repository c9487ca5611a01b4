/* SPDX-License-Identifier: GPL-2.0-or-later */
struct apple_rtkit_shmem {
	void *buffer;
	void *iomem;
};
