using QRCoder;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Dark modules beside one another in one row.</summary>
public readonly record struct QrRun(int X, int Y, int Length);

/// <summary>A QR code as runs of dark modules, for whatever draws it: a page or a sheet of paper.</summary>
/// <param name="Size">Modules in a row, with the quiet zone that readers need.</param>
public sealed record QrCode(int Size, IReadOnlyList<QrRun> Runs)
{
    public static QrCode Of(string value)
    {
        // A screen has no dirt that more correction would help against; fewer modules are larger ones.
        using var code = QRCodeGenerator.GenerateQrCode(value, QRCodeGenerator.ECCLevel.L);
        var runs = new List<QrRun>();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    runs.Add(new QrRun(start, y, x - start));
                }
            }
        }

        return new QrCode(code.ModuleMatrix.Count, runs);
    }
}
