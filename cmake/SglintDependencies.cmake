# SPDX-License-Identifier: GPL-2.0-or-later
# Everything sglint is built from, found by version; what is missing is named
# by its Debian package.
set(SGLINT_LLVM_VERSION 19)

find_program(SGLINT_LLVM_CONFIG llvm-config-${SGLINT_LLVM_VERSION})
if(NOT SGLINT_LLVM_CONFIG)
	message(FATAL_ERROR
		"LLVM ${SGLINT_LLVM_VERSION} is missing: apt-get install llvm-${SGLINT_LLVM_VERSION}-dev")
endif()
function(sglint_llvm_query variable)
	execute_process(COMMAND ${SGLINT_LLVM_CONFIG} ${ARGN}
		OUTPUT_VARIABLE output OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
	set(${variable} ${output} PARENT_SCOPE)
endfunction()
sglint_llvm_query(SGLINT_LLVM_INCLUDE --includedir)
sglint_llvm_query(SGLINT_LLVM_LIBDIR --libdir)
sglint_llvm_query(SGLINT_LLVM_BINDIR --bindir)
sglint_llvm_query(SGLINT_LLVM_PREFIX --prefix)

if(NOT EXISTS ${SGLINT_LLVM_INCLUDE}/clang/Tooling/Tooling.h)
	message(FATAL_ERROR
		"Clang's headers are missing: apt-get install libclang-${SGLINT_LLVM_VERSION}-dev")
endif()
find_library(SGLINT_CLANG_CPP NAMES clang-cpp libclang-cpp.so.19.1 PATHS ${SGLINT_LLVM_LIBDIR} NO_DEFAULT_PATH)
find_library(SGLINT_LLVM LLVM-${SGLINT_LLVM_VERSION} PATHS ${SGLINT_LLVM_LIBDIR} NO_DEFAULT_PATH)
if(NOT SGLINT_CLANG_CPP OR NOT SGLINT_LLVM)
	message(FATAL_ERROR "libclang-cpp or libLLVM is missing: apt-get install "
		"libclang-${SGLINT_LLVM_VERSION}-dev llvm-${SGLINT_LLVM_VERSION}-dev")
endif()

function(sglint_find_c_library variable library header package)
	find_library(${variable} ${library})
	find_path(${variable}_INCLUDE ${header})
	if(NOT ${variable} OR NOT ${variable}_INCLUDE)
		message(FATAL_ERROR "${library} is missing: apt-get install ${package}")
	endif()
	set(${variable} ${${variable}} PARENT_SCOPE)
endfunction()
sglint_find_c_library(SGLINT_YAML yaml yaml.h libyaml-dev)
sglint_find_c_library(SGLINT_JANSSON jansson jansson.h libjansson-dev)
sglint_find_c_library(SGLINT_XXHASH xxhash xxhash.h libxxhash-dev)

find_program(SGLINT_CLANG clang-${SGLINT_LLVM_VERSION})
find_program(SGLINT_FILECHECK FileCheck PATHS ${SGLINT_LLVM_BINDIR} NO_DEFAULT_PATH)
find_file(SGLINT_LIT lit.py PATHS ${SGLINT_LLVM_PREFIX}/build/utils/lit NO_DEFAULT_PATH)
find_package(Python3 COMPONENTS Interpreter)
