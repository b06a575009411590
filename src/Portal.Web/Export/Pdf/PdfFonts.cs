using Microsoft.Extensions.Options;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// The font of PDF files: the one that is configured, or one where Debian puts them. Without one PDF is not offered.
/// </summary>
public sealed partial class PdfFonts : IHostedService
{
    private static readonly string[] Known =
    [
        "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf",
        "/usr/share/fonts/truetype/ipaexfont-gothic/ipaexg.ttf",
        "/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf",
        "/usr/share/fonts/truetype/fonts-japanese-gothic.ttf",
    ];

    private readonly string? path;
    private readonly Lazy<PdfFace> face;
    private readonly ILogger<PdfFonts> log;

    public PdfFonts(IOptions<PdfOptions> options, ILogger<PdfFonts> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.log = log;
        string[] places = options.Value.Font is { Length: > 0 } chosen ? [chosen] : Known;
        path = Array.Find(places, IsUsable);
        face = new(() => new PdfFace(path ?? throw new InvalidOperationException("There is no font for PDF files.")));
    }

    public bool IsThere => path is not null;

    internal PdfFace Face => face.Value;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsThere)
        {
            LogNoFont(log, PdfOptions.Section + ":" + nameof(PdfOptions.Font));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Collections and PostScript outlines begin otherwise.</summary>
    private static bool IsUsable(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual((ReadOnlySpan<byte>)[0, 1, 0, 0]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "No font for PDF files was found, so PDF is not offered. "
        + "Install fonts-ipaexfont-gothic or set {Setting} to a .ttf file with Japanese glyphs.")]
    private static partial void LogNoFont(ILogger logger, string setting);
}
