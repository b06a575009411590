using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Export.Pdf;
using Portal.Web.Forms;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Shared.Slips;

/// <summary>Slips as a file, each on a sheet of A5, where a font was found (ADMIN-14).</summary>
public sealed class SlipPdf(PdfFonts fonts, IStringLocalizer<SlipText> text, IDisplayTime time, TimeProvider clock)
{
    /// <returns>Null where no file can be made.</returns>
    public byte[]? Write(IReadOnlyList<Slip> slips)
    {
        ArgumentNullException.ThrowIfNull(slips);
        if (!fonts.IsThere || slips.Count == 0)
        {
            return null;
        }

        using var document = new PdfDocument(fonts.Face, PdfPaper.A5, text["Title"], CultureInfo.CurrentUICulture.Name, clock.GetUtcNow());
        var sheet = new SlipSheet(document, text, time);
        foreach (var slip in slips)
        {
            sheet.Write(slip);
        }

        using var memory = new MemoryStream();
        document.Save(memory);
        return memory.ToArray();
    }
}

/// <summary>Puts slips on paper, as the page shows them.</summary>
internal sealed class SlipSheet(PdfDocument document, IStringLocalizer<SlipText> text, IDisplayTime time)
    : HandoutSheet(document, Margin, labels: 80)
{
    private const double Margin = 40;
    private const double TitleSize = 16;
    private const double QrSize = 90;

    public void Write(Slip slip)
    {
        ArgumentNullException.ThrowIfNull(slip);
        BeginPage();
        Line(slip.Portal, bold: true);
        Y += Gap;
        var id = FormWords.InSentence(slip.IdName);
        Line(slip.Name is { } name ? text["For", name] : text["ForId", id, slip.LoginId], TitleSize, bold: true);
        Y += Gap;
        Fact(text["Address"], slip.Address.ToString());
        Fact(slip.IdName, slip.LoginId);

        // As wide as the sheet: nothing stands beside it.
        Password(text["Password"], slip.Password);
        Fact(text["ValidUntil"], time.Format(slip.ExpiresAt, TimeStyle.Prose));
        if (slip.LastDay is { } last)
        {
            Fact(text["LastDay"], MomentText.Of(last, CultureInfo.CurrentUICulture));
        }

        Line(text["Digits"]);
        Y += Gap;
        Steps([text["Step1"], text["Step2", id], text["Step3"]]);
        Y += Gap;
        Line(slip.Contacts.Count > 0 ? text["Contact"] : "", bold: true);
        foreach (var contact in slip.Contacts)
        {
            Line($"{contact.Label}  {contact.Value}");
        }

        Y += Gap;
        Ensure(QrSize);
        Qr(slip.Address.AbsoluteUri, Margin, Y, QrSize);
    }
}
