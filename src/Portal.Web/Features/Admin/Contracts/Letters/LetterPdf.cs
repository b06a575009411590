using Portal.Web.Export.Pdf;
using Portal.Web.Features.Shared.Slips;

namespace Portal.Web.Features.Admin.Contracts.Letters;

/// <summary>A start letter on one sheet of A4, where a font was found.</summary>
public sealed class LetterPdf(PdfFonts fonts, TimeProvider clock)
{
    public bool IsOffered => fonts.IsThere;

    public byte[] Write(StartLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        using var document = new PdfDocument(fonts.Face, PdfPaper.A4, letter.Title, letter.Language, clock.GetUtcNow());
        new LetterSheet(document, letter).Write();
        using var memory = new MemoryStream();
        document.Save(memory);
        return memory.ToArray();
    }
}

/// <summary>Puts a letter on paper: the recipient where the window of an envelope is, the password large.</summary>
internal sealed class LetterSheet(PdfDocument document, StartLetter letter) : HandoutSheet(document, Margin, labels: 120)
{
    private const double Margin = 56;
    private const double TitleSize = 20;
    private const double QrSize = 110;

    public void Write()
    {
        BeginPage();
        Line(letter.Portal, bold: true);
        Line(letter.Date);
        Y += Leading;
        foreach (var line in letter.Recipient)
        {
            Line(line, size: 12);
        }

        Y += 2 * Leading;
        Line(letter.Title, TitleSize, bold: true);
        Y += Gap;
        Line(letter.Lead);
        Y += Gap;
        SignIn();
        Steps(letter.Steps);
        Y += Leading;
        Line(letter.Contacts.Count > 0 ? letter.Help : "", bold: true);
        foreach (var contact in letter.Contacts)
        {
            Line($"{contact.Label}  {contact.Value}");
        }
    }

    /// <summary>What is typed, with the QR code at its right.</summary>
    private void SignIn()
    {
        var (top, beside) = (Y, Inside - QrSize - Gap);
        Qr(letter.Address.Value, Width - Margin - QrSize, top - Size, QrSize);
        Fact(letter.Address.Label, letter.Address.Value, beside);
        foreach (var fact in letter.Facts)
        {
            Fact(fact.Label, fact.Value, beside);
        }

        if (letter.Password is { } password)
        {
            Password(password.Password.Label, password.Password.Value);
            Fact(password.ValidUntil.Label, password.ValidUntil.Value, beside);
            Line(password.Digits);
        }

        Y = Math.Max(Y, top + QrSize) + Leading;
    }
}
