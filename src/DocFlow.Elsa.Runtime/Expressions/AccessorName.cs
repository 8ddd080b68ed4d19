using System.Text;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>How the name of a variable, input or activity stands in the names of script functions: “doc_no” and “doc no” as “DocNo”.</summary>
public static class AccessorName
{
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length);
        var raises = true;
        foreach (var character in name)
        {
            if (character is ' ' or '_' or '-')
            {
                raises = true;
                continue;
            }

            result.Append(raises ? char.ToUpperInvariant(character) : character);
            raises = false;
        }

        return result.ToString();
    }
}
