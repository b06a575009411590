using Portal.Rules.Brands;
using Portal.Web.Export.Pdf;
using Portal.Web.Http.TagHelpers;

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
internal sealed class LetterSheet(PdfDocument document, StartLetter letter)
{
    private const double Margin = 56;
    private const double Size = 10.5;
    private const double Leading = 17;
    private const double TitleSize = 20;
    private const double PasswordSize = 22;
    private const double Labels = 120;
    private const double QrSize = 110;
    private const double Gap = 12;
    private static readonly Rgb Black = new(0, 0, 0);
    private double y;

    private double Inside => document.Paper.Width - (2 * Margin);

    private double Bottom => document.Paper.Height - Margin;

    public void Write()
    {
        document.BeginPage();
        y = Margin;
        Line(letter.Portal, bold: true);
        Line(letter.Date);
        y += Leading;
        foreach (var line in letter.Recipient)
        {
            Line(line, size: 12);
        }

        y += 2 * Leading;
        Line(letter.Title, TitleSize, bold: true);
        y += Gap;
        Line(letter.Lead);
        y += Gap;
        SignIn();
        for (var i = 0; i < letter.Steps.Count; i++)
        {
            Beside($"{i + 1}.", letter.Steps[i], 20, bold: false);
        }

        y += Leading;
        Line(letter.Contacts.Count > 0 ? letter.Help : "", bold: true);
        foreach (var contact in letter.Contacts)
        {
            Line($"{contact.Label}  {contact.Value}");
        }
    }

    /// <summary>What is typed, with the QR code at its right.</summary>
    private void SignIn()
    {
        var top = y;
        Qr(document.Paper.Width - Margin - QrSize, top - Size);
        Beside(letter.Address, Inside - QrSize - Gap);
        foreach (var fact in letter.Facts)
        {
            Beside(fact, Inside - QrSize - Gap);
        }

        if (letter.Password is { } password)
        {
            y += Gap;
            document.Text(Margin, y, Size, document.Face.InWords(password.Password.Label), bold: true);
            Password(password.Password.Value);
            Beside(password.ValidUntil, Inside - QrSize - Gap);
            Line(password.Digits);
        }

        y = Math.Max(y, top + QrSize) + Leading;
    }

    /// <summary>On paper of one colour 0 and O differ by the line below.</summary>
    private void Password(string password)
    {
        var x = Margin + Labels;
        y += PasswordSize - Size;
        document.Text(x, y, PasswordSize, document.Face.InWords(password), bold: true);
        foreach (var c in password)
        {
            var width = document.Face.Measure(c.ToString(), PasswordSize);
            if (char.IsAsciiDigit(c))
            {
                document.Area(x + 1, y + 3, width - 2, 1.2, Black);
            }

            x += width;
        }

        y += Leading + Gap;
    }

    private void Qr(double left, double top)
    {
        var code = QrCode.Of(letter.Address.Value);
        var module = QrSize / code.Size;
        foreach (var run in code.Runs)
        {
            document.Area(left + (run.X * module), top + (run.Y * module), run.Length * module, module, Black);
        }
    }

    private void Beside(LetterFact fact, double width) => Beside(fact.Label, fact.Value, Labels, bold: true, width);

    private void Beside(string label, string value, double indent, bool bold, double? width = null)
    {
        Ensure();
        document.Text(Margin, y, Size, document.Face.InWords(label), bold);
        foreach (var line in PdfLines.Broken(document.Face, value, Size, (width ?? Inside) - indent))
        {
            Ensure();
            document.Text(Margin + indent, y, Size, line);
            y += Leading;
        }
    }

    private void Line(string text, double size = Size, bool bold = false)
    {
        foreach (var line in PdfLines.Broken(document.Face, text, size, Inside))
        {
            Ensure();
            document.Text(Margin, y, size, line, bold);
            y += Math.Max(Leading, size + 4);
        }
    }

    private void Ensure()
    {
        if (y > Bottom)
        {
            document.BeginPage();
            y = Margin + Leading;
        }
    }
}
