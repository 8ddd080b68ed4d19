using System.Text;
using DocFlow.Office.Files;

namespace DocFlow.Office.Tests;

public sealed class FolderFileStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-files-").FullName;

    [Fact]
    public async Task PutAsync_WhenRepeatedAtOnce_KeepsOneFileUnderItsHash()
    {
        var store = new FolderFileStore(_folder);

        var hashes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.PutAsync(Encoding.ASCII.GetBytes("abc")))));

        // SHA-256 of "abc": FIPS 180-2, appendix B.1.
        Assert.All(hashes, hash => Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash));
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        using var reader = new StreamReader(store.Open(hashes[0]));
        Assert.Equal("abc", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void Open_WhenItIsNoStoredFile_Refuses(string hash) =>
        Assert.Equal(Refusal.NotFound, Assert.Throws<RefusalException>(() => new FolderFileStore(_folder).Open(hash)).Refusal);

    [Fact]
    public void Sm3_OfAbc_IsTheStandardsExample() =>
        // GB/T 32905-2016, annex A.1.
        Assert.Equal("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Sm3.Hash(Encoding.ASCII.GetBytes("abc")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
