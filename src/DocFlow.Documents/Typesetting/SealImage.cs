namespace DocFlow.Documents.Typesetting;

/// <summary>A seal or signature stamp as a picture that is always drawn at its natural size.</summary>
/// <param name="Name">Whose it is, for readers who can't see it.</param>
/// <param name="Png">A PNG with transparency.</param>
/// <param name="Width">mm, as the seal's own data say; never scaled.</param>
/// <param name="Height">mm.</param>
public sealed record SealImage(string Name, byte[] Png, double Width, double Height);

/// <summary>A seal on a page.</summary>
/// <param name="X">Its left edge, mm from the sheet's left.</param>
/// <param name="Y">Its upper edge, mm from the sheet's top.</param>
public sealed record PlacedSeal(SealImage Image, double X, double Y);
