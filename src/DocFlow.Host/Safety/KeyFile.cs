namespace DocFlow.Host.Safety;

/// <summary>A key that the first host over a data folder makes and all others read; only its owner may.</summary>
internal static class KeyFile
{
    /// <param name="create">Makes the content where there is no such file yet.</param>
    public static byte[] Read(string folder, string name, Func<byte[]> create)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            var own = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}.tmp");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(own, options))
            {
                file.Write(create());
                file.Flush(flushToDisk: true);
            }

            // Two hosts that start at once over one data folder agree on the file that was there first.
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }

        return File.ReadAllBytes(path);
    }
}
