# The programs that decode pictures, and what only they are linked with: the
# formats, one library a decoder, and the sandbox.
set(formats ${CMAKE_CURRENT_SOURCE_DIR}/formats)
set(decoder ${CMAKE_CURRENT_SOURCE_DIR}/decoder)
set(decoders)
add_custom_target(decoders)
add_dependencies(kiosk decoders)

function(decoder_library name)
  cmake_parse_arguments(LIBRARY "" "" "SOURCES;KNOWS" ${ARGN})
  add_library(kiosk_${name} STATIC ${LIBRARY_SOURCES})
  target_include_directories(kiosk_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(kiosk_${name} PUBLIC ${LIBRARY_KNOWS})
endfunction()

# decoder_program(NAME FORMATS): the program NAME of main file and formats.
macro(decoder_program name main formats)
  add_executable(${name} ${decoder}/${main})
  target_link_libraries(${name} PRIVATE kiosk_decoder ${formats})
  add_dependencies(decoders ${name})
  list(APPEND decoders ${name})
endmacro()

# option_library(SWITCH PREFIX PACKAGES...): whether a decoder is built: where
# its library is (AUTO), always (ON), never (OFF).
macro(option_library switch prefix)
  set(${switch} AUTO CACHE STRING "AUTO, ON or OFF")
  if(${switch} STREQUAL "AUTO")
    pkg_check_modules(${prefix} IMPORTED_TARGET ${ARGN})
  elseif(${switch})
    pkg_check_modules(${prefix} REQUIRED IMPORTED_TARGET ${ARGN})
  endif()
endmacro()

pkg_check_modules(LCMS REQUIRED IMPORTED_TARGET lcms2)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
find_package(GIF REQUIRED)
option_library(KIOSK_SVG RSVG librsvg-2.0)
option_library(KIOSK_PDF POPPLER poppler-glib)
option_library(KIOSK_HEIF HEIF libheif)

# Those of kiosk-decode, and what all have in common.
decoder_library(format_safe
  SOURCES ${formats}/format.c ${formats}/jpeg.c ${formats}/png.c
    ${formats}/webp.c ${formats}/gif.c ${formats}/icc.c
    ${formats}/orientation.c ${formats}/scale.c ${formats}/smooth.c
  KNOWS kiosk_decode PkgConfig::JPEG PkgConfig::PNG PkgConfig::WEBP
    PkgConfig::EXIF PkgConfig::LCMS GIF::GIF)
# Where the time goes: the compiler may unroll and widen what it likes.
set_source_files_properties(${formats}/scale.c ${formats}/smooth.c
  PROPERTIES COMPILE_OPTIONS -O3)
decoder_library(decoder
  SOURCES ${decoder}/program.c ${decoder}/sandbox.c ${decoder}/filter.c
    ${decoder}/landlock.c ${decoder}/view.c ${decoder}/trial.c
    ${decoder}/fonts.c
  KNOWS kiosk_format_safe PkgConfig::SECCOMP)
if(KIOSK_SANITIZE)
  # See decoder/sandbox.c.
  target_compile_definitions(kiosk_decoder PRIVATE KIOSK_UNCONFINED)
endif()

# All of them, for tests.
add_library(kiosk_formats INTERFACE)
target_link_libraries(kiosk_formats INTERFACE kiosk_format_safe)

# large_format(SWITCH NAME PACKAGE SOURCES...): one with a library, and so with
# a program, of its own.
macro(large_format switch name package)
  decoder_library(format_${name} SOURCES ${ARGN}
    KNOWS kiosk_format_safe PkgConfig::${package})
  target_compile_definitions(kiosk_format_${name} PUBLIC ${switch})
  target_link_libraries(kiosk_formats INTERFACE kiosk_format_${name})
  target_compile_definitions(kiosk_formats INTERFACE ${switch})
  decoder_program(kiosk-decode-${name} ${name}_main.c kiosk_format_${name})
endmacro()

decoder_program(kiosk-decode decode_main.c kiosk_format_safe)
if(RSVG_FOUND)
  large_format(KIOSK_HAS_SVG svg RSVG ${formats}/svg.c ${formats}/drawing.c)
endif()
if(POPPLER_FOUND)
  large_format(KIOSK_HAS_PDF pdf POPPLER ${formats}/pdf.c ${formats}/drawing.c)
endif()
if(HEIF_FOUND)
  large_format(KIOSK_HAS_HEIF heif HEIF ${formats}/heif.c)
endif()
