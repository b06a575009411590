using Microsoft.Extensions.Localization;
using Portal.Web.Export;

namespace Portal.Web.Features.Shared.Slips;

/// <summary>What a page gives out that shows temporary passwords once: slips, and the same as files.</summary>
/// <param name="Slips">Empty once they were shown.</param>
/// <param name="IdName">What their IDs are called.</param>
/// <param name="Csv">
/// In the page itself, as the other file: they can be saved as long as the page is there, and from nowhere else.
/// </param>
/// <param name="Pdf">Null where no file can be made.</param>
public sealed record HandOver(IReadOnlyList<Slip> Slips, string IdName, string? Csv, string? Pdf)
{
    public static readonly HandOver Nothing = new([], "", null, null);

    public override string ToString() => nameof(HandOver);
}

/// <summary>Makes what is handed over of slips (ADMIN-14).</summary>
public sealed class HandOvers(SlipPdf pdf, IStringLocalizer<SlipText> text)
{
    /// <summary>To one person: without a list.</summary>
    public HandOver Of(Slip slip) => new([slip], "", null, Pdf([slip]));

    public async Task<HandOver> OfAsync(IReadOnlyList<Slip> slips, string idName)
    {
        ArgumentNullException.ThrowIfNull(slips);
        var file = await CsvDocument.ToBytesAsync([idName, text["Name"], text["Password"]],
            slips.Select(slip => (IReadOnlyList<object?>)[slip.LoginId, slip.Name, slip.Password]));
        return new HandOver(slips, idName, File("text/csv", file), Pdf(slips));
    }

    private string? Pdf(IReadOnlyList<Slip> slips) => pdf.Write(slips) is { } file ? File("application/pdf", file) : null;

    private static string File(string type, byte[] content) => $"data:{type};base64,{Convert.ToBase64String(content)}";
}
