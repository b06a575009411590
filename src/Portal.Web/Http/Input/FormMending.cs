using System.Buffers;
using System.Net;
using System.Text;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Input;

/// <summary>Names of the fields in which something was typed that no database takes.</summary>
internal sealed record BrokenFields(IReadOnlyList<string> Names);

/// <summary>
/// The framework refuses a whole form for one NUL in it; somebody who pasted one from a terminal is told at which
/// field. The NUL becomes U+FFFD before the form is read, and the field is remembered (F14, IV-01). What has more
/// fields than any form of ours is refused on its bytes, before anything is decoded (RX-03).
/// </summary>
internal sealed class FormMending(RequestDelegate next)
{
    private const int Piece = 16 * 1024;
    private const byte NotUtf8 = 0xff;
    private static readonly byte[] EncodedNul = "%00"u8.ToArray();
    private static readonly byte[] Replacement = "\ufffd"u8.ToArray();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!ErrorPages.IsRunning(context) && context.Request.ContentType
            ?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            using var body = new MemoryStream();
            if (await ReadAsync(context.Request, body) is { } refusal)
            {
                context.Response.StatusCode = refusal;
                return;
            }

            Mend(context, body.GetBuffer().AsSpan(0, (int)body.Length));
            body.Position = 0;
            context.Request.Body = body;
            await next(context);
            return;
        }

        await next(context);
    }

    /// <summary>Reads what comes; what was announced reserves nothing.</summary>
    /// <returns>The status of a refusal; null when the form may be looked at.</returns>
    private static async Task<int?> ReadAsync(HttpRequest request, MemoryStream body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var separators = 0;
            while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0)
            {
                body.Write(buffer, 0, read);
                separators += buffer.AsSpan(0, read).Count((byte)'&');
                if (body.Length > HttpServer.LargestBody)
                {
                    return StatusCodes.Status413PayloadTooLarge;
                }

                if (separators >= InputServices.MostFields)
                {
                    return StatusCodes.Status400BadRequest;
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>
    /// In place, field by field: an encoded NUL is as long as U+FFFD, a bare one becomes a byte that is read as U+FFFD.
    /// </summary>
    private static void Mend(HttpContext context, Span<byte> body)
    {
        HashSet<string>? broken = null;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var field = end < 0 ? body : body[..end];
            if (Mend(field))
            {
                (broken ??= []).Add(NameOf(field));
            }

            body = end < 0 ? [] : body[(end + 1)..];
        }

        if (broken is not null)
        {
            context.Features.Set(new BrokenFields([.. broken]));
        }
    }

    private static bool Mend(Span<byte> field)
    {
        var isBroken = field.Contains((byte)0);
        field.Replace((byte)0, NotUtf8);
        while (field.IndexOf(EncodedNul) is var at and >= 0)
        {
            Replacement.CopyTo(field[at..]);
            field = field[(at + Replacement.Length)..];
            isBroken = true;
        }

        return isBroken;
    }

    private static string NameOf(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)'=');
        return WebUtility.UrlDecode(Encoding.UTF8.GetString(end < 0 ? field : field[..end]));
    }
}
