using DocFlow.Office.ProcedureRegisters;

namespace DocFlow.Host.Pages.Matters;

/// <summary>How lights look: a shape and a class, for colour alone says nothing to everybody.</summary>
internal static class LightLook
{
    public static string Class(Light? light) => light switch
    {
        Light.Red => "past",
        Light.Yellow => "soon",
        Light.Green => "fine",
        _ => "",
    };

    public static string Sign(Light? light) => light switch
    {
        Light.Red => "■",
        Light.Yellow => "▲",
        Light.Green => "●",
        _ => "",
    };
}
