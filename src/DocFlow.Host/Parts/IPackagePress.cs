namespace DocFlow.Host.Parts;

/// <summary>Brings a packed npm package.</summary>
internal interface IPackagePress
{
    /// <param name="package">Name and version.</param>
    /// <param name="folder">Where the packed file is put.</param>
    /// <returns>The packed file.</returns>
    /// <exception cref="InvalidOperationException">It didn't come; the message says why.</exception>
    Task<string> PackAsync(string package, string folder, CancellationToken cancellationToken);
}
