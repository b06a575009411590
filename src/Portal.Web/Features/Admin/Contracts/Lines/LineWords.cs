using Microsoft.Extensions.Localization;

namespace Portal.Web.Features.Admin.Contracts.Lines;

public static class LineWords
{
    /// <summary>What a kind of line is called, also where a program of another release wrote it.</summary>
    public static string KindOf(this IStringLocalizer<ContractStaffText> text, string kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text["LineKind." + kind] is { ResourceNotFound: false } known ? known : text["LineKindOther", kind];
    }
}
