using Portal.Rules.Brands;
using Portal.Web.Export.Pdf;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Shared.Slips;

/// <summary>A sheet with which somebody signs in for the first time, written from the top to the bottom.</summary>
/// <param name="margin">On all sides, in points.</param>
/// <param name="labels">Width of the names of what is typed, in points.</param>
internal abstract class HandoutSheet(PdfDocument document, double margin, double labels)
{
    protected const double Size = 10.5;
    protected const double Leading = 17;
    protected const double Gap = 12;
    private const double PasswordSize = 22;
    private static readonly Rgb Black = new(0, 0, 0);

    /// <summary>Where the next line stands, from the top.</summary>
    protected double Y { get; set; }

    protected double Width => document.Paper.Width;

    protected double Inside => Width - (2 * margin);

    protected void BeginPage()
    {
        document.BeginPage();
        Y = margin;
    }

    protected void Line(string text, double size = Size, bool bold = false)
    {
        foreach (var line in PdfLines.Broken(document.Face, text, size, Inside))
        {
            Ensure();
            document.Text(margin, Y, size, line, bold);
            Y += Math.Max(Leading, size + 4);
        }
    }

    /// <param name="width">Of name and value together; null where nothing stands beside them.</param>
    protected void Fact(string label, string value, double? width = null) => Beside(label, value, labels, bold: true, width);

    protected void Beside(string label, string value, double indent, bool bold, double? width = null)
    {
        Ensure();
        document.Text(margin, Y, Size, document.Face.InWords(label), bold);
        foreach (var line in PdfLines.Broken(document.Face, value, Size, (width ?? Inside) - indent))
        {
            Ensure();
            document.Text(margin + indent, Y, Size, line);
            Y += Leading;
        }
    }

    protected void Steps(IReadOnlyList<string> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        for (var i = 0; i < steps.Count; i++)
        {
            Beside($"{i + 1}.", steps[i], 20, bold: false);
        }
    }

    /// <summary>Large; on paper of one colour 0 and O differ by the line below.</summary>
    protected void Password(string label, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        Y += Gap;
        document.Text(margin, Y, Size, document.Face.InWords(label), bold: true);
        var x = margin + labels;
        Y += PasswordSize - Size;
        document.Text(x, Y, PasswordSize, document.Face.InWords(password), bold: true);
        foreach (var c in password)
        {
            var width = document.Face.Measure(c.ToString(), PasswordSize);
            if (char.IsAsciiDigit(c))
            {
                document.Area(x + 1, Y + 3, width - 2, 1.2, Black);
            }

            x += width;
        }

        Y += Leading + Gap;
    }

    /// <param name="size">Of a side, in points.</param>
    protected void Qr(string text, double left, double top, double size)
    {
        var code = QrCode.Of(text);
        var module = size / code.Size;
        foreach (var run in code.Runs)
        {
            document.Area(left + (run.X * module), top + (run.Y * module), run.Length * module, module, Black);
        }
    }

    /// <summary>Begins another page where there is no room on this one.</summary>
    /// <param name="height">Of what is drawn next, in points; a line of text needs none beside the margin.</param>
    protected void Ensure(double height = 0)
    {
        if (Y + height > document.Paper.Height - margin)
        {
            document.BeginPage();
            Y = margin + Leading;
        }
    }
}
