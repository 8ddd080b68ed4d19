using DocFlow.Office.Settings;

namespace DocFlow.Office.Signatures;

/// <summary>Reads and writes the register of pictures. Writing only adds to the context.</summary>
internal sealed class SignaturePictures(OfficeSettings settings)
{
    public async Task<IReadOnlyList<SignaturePicture>> AllAsync(CancellationToken cancellationToken) =>
        (await settings.ReadAsync<SignatureSetting>(SignatureSetting.Key, cancellationToken) ?? SignatureSetting.None).Pictures;

    /// <summary>The picture that a person signs with now; null for none.</summary>
    public async Task<string?> HashOfAsync(string personId, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(picture => picture.PersonId == personId && picture.RetiredAt is null)?.FileHash;

    public Task WriteAsync(IEnumerable<SignaturePicture> pictures, CancellationToken cancellationToken) =>
        settings.WriteAsync(SignatureSetting.Key, new SignatureSetting([.. pictures]), cancellationToken);
}
