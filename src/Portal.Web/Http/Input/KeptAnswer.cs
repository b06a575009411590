using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Portal.Web.Http.Input;

/// <summary>An answer as it went out: what it said, and the headers that were set for it, cookies among them.</summary>
internal sealed record KeptAnswer(int Status, Dictionary<string, string[]> Headers, byte[] Body)
{
    /// <summary>A double click, a slow network, a browser's own retry.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A refusal is true for the moment, and a file is that of the
    /// moment: whoever sends the form again on purpose is judged anew.
    /// </summary>
    private static readonly TimeSpan OfTheMoment = TimeSpan.FromSeconds(20);

    /// <param name="before">The headers that were there before anybody answered.</param>
    public static KeptAnswer Of(HttpResponse response, IReadOnlyDictionary<string, StringValues> before, byte[] body) => new(
        response.StatusCode,
        response.Headers.Where(header => !before.TryGetValue(header.Key, out var value) || value != header.Value)
            .ToDictionary(header => header.Key, header => header.Value.Select(value => value ?? "").ToArray()),
        body);

    /// <summary>
    /// How long it answers for its form; null for what did nothing and may be tried again at once: conflicts, failures,
    /// forgeries, throttled tries.
    /// </summary>
    public TimeSpan? Life => Status switch
    {
        >= 200 and < 300 => Headers.ContainsKey("Content-Disposition") ? OfTheMoment : Usual,
        >= 300 and < 400 => Usual,
        StatusCodes.Status422UnprocessableEntity when Body.Length > 0 => OfTheMoment,
        _ => null,
    };

    public string? Location => Status is >= 300 and < 400 && Headers.TryGetValue("Location", out var location) ? location[0] : null;

    public static KeptAnswer Read(byte[] packed)
    {
        using var unpack = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<KeptAnswer>(unpack)!;
    }

    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(pack, this);
        }

        return packed.ToArray();
    }

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, values) in Headers)
        {
            response.Headers[name] = values;
        }

        await response.Body.WriteAsync(Body);
    }

    public override string ToString() => $"{nameof(KeptAnswer)} {Status}";
}
