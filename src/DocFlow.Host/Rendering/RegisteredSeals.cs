using DocFlow.Documents.Model;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Office.Seals;

namespace DocFlow.Host.Rendering;

/// <summary>The seals that an order names, from the office's register; in a trial office what has no picture bears the word 样章.</summary>
internal sealed class RegisteredSeals : ISealSource
{
    private readonly OrderedSeals _seals;
    private readonly SampleSeals? _samples;

    private RegisteredSeals(OrderedSeals seals, FontLibrary fonts)
    {
        _seals = seals;
        _samples = seals.UsesSamples ? new SampleSeals(fonts) : null;
    }

    /// <summary>How an order is typeset; null when it isn't sealed.</summary>
    public static TypesettingOptions? OptionsOf(OrderedSeals seals, FontLibrary fonts) =>
        seals == OrderedSeals.None || seals is { Pictures.Count: 0, UsesSamples: false } ? null : new TypesettingOptions { Seals = new RegisteredSeals(seals, fonts) };

    public SealImage? SealOf(string organ) => Find(organ, isStamp: false, "印章") ?? _samples?.SealOf(organ);

    public SealImage? StampOf(PersonalSignature signature) => Find(signature.Name, isStamp: true, "签名章") ?? _samples?.StampOf(signature);

    private SealImage? Find(string name, bool isStamp, string what) =>
        _seals.Pictures.LastOrDefault(seal => seal.IsStamp == isStamp && seal.Name == name) is { } seal ? new SealImage(name + what, seal.Png, seal.Width, seal.Height) : null;
}
