using System.Runtime.InteropServices;

namespace DocFlow.Documents.Pdf;

/// <summary>hb_subset_* of HarfBuzzSharp's native library; the managed binding lacks it.</summary>
internal static partial class HarfBuzzSubsetter
{
    private const string Library = "libHarfBuzzSharp";
    private const uint NotInMap = uint.MaxValue;

    /// <summary>HB_SUBSET_FLAGS_NO_HINTING: hints are of no use on paper.</summary>
    private const uint NoHinting = 1;

    /// <summary>HB_SUBSET_SETS_DROP_TABLE_TAG.</summary>
    private const int DroppedTables = 3;

    // What a PDF reader never looks at: layout, vertical metrics, names and character map.
    private static readonly string[] UselessTables = ["BASE", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "VORG", "cmap", "gasp", "name", "post", "vhea", "vmtx"];

    /// <summary>Subsets a face to the given glyphs.</summary>
    /// <returns>The subset's bytes and, for each old glyph, the new one.</returns>
    public static (byte[] Font, Dictionary<ushort, ushort> NewGlyphs) Subset(IntPtr face, IReadOnlyCollection<ushort> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        if (input == IntPtr.Zero)
            throw new InvalidOperationException("字体子集化失败：内存不足。");
        try
        {
            hb_subset_input_set_flags(input, NoHinting);
            var dropped = hb_subset_input_set(input, DroppedTables);
            foreach (var tag in UselessTables)
                hb_set_add(dropped, (uint)(tag[0] << 24 | tag[1] << 16 | tag[2] << 8 | tag[3]));
            var set = hb_subset_input_glyph_set(input);
            foreach (var glyph in glyphs)
                hb_set_add(set, glyph);
            return Execute(face, input, glyphs);
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static (byte[] Font, Dictionary<ushort, ushort> NewGlyphs) Execute(IntPtr face, IntPtr input, IReadOnlyCollection<ushort> glyphs)
    {
        var plan = hb_subset_plan_create_or_fail(face, input);
        if (plan == IntPtr.Zero)
            throw new InvalidOperationException("字体子集化失败：字体文件无法处理。");
        try
        {
            var subset = hb_subset_plan_execute_or_fail(plan);
            if (subset == IntPtr.Zero)
                throw new InvalidOperationException("字体子集化失败：字体文件无法处理。");
            try
            {
                var map = hb_subset_plan_old_to_new_glyph_mapping(plan);
                var newGlyphs = glyphs.ToDictionary(glyph => glyph, glyph => hb_map_get(map, glyph) is var found && found == NotInMap ? (ushort)0 : (ushort)found);
                return (BytesOf(subset), newGlyphs);
            }
            finally
            {
                hb_face_destroy(subset);
            }
        }
        finally
        {
            hb_subset_plan_destroy(plan);
        }
    }

    private static byte[] BytesOf(IntPtr face)
    {
        var blob = hb_face_reference_blob(face);
        try
        {
            var data = hb_blob_get_data(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, (int)length);
            return bytes;
        }
        finally
        {
            hb_blob_destroy(blob);
        }
    }

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(IntPtr input);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_set_flags(IntPtr input, uint flags);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_input_glyph_set(IntPtr input);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_input_set(IntPtr input, int kind);

    [LibraryImport(Library)]
    private static partial void hb_set_add(IntPtr set, uint value);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_plan_create_or_fail(IntPtr face, IntPtr input);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_plan_execute_or_fail(IntPtr plan);

    [LibraryImport(Library)]
    private static partial void hb_subset_plan_destroy(IntPtr plan);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_plan_old_to_new_glyph_mapping(IntPtr plan);

    [LibraryImport(Library)]
    private static partial uint hb_map_get(IntPtr map, uint key);

    [LibraryImport(Library)]
    private static partial IntPtr hb_face_reference_blob(IntPtr face);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(IntPtr face);

    [LibraryImport(Library)]
    private static partial IntPtr hb_blob_get_data(IntPtr blob, out uint length);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(IntPtr blob);
}
