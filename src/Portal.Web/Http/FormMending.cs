using System.Net;
using System.Text;

namespace Portal.Web.Http;

/// <summary>Names of the fields in which something was typed that no database takes.</summary>
internal sealed record BrokenFields(IReadOnlyList<string> Names);

/// <summary>
/// The framework refuses a whole form for one NUL in it; somebody who pasted one from a terminal is told at which field.
/// The NUL becomes U+FFFD before the form is read, and the field is remembered (F14, IV-01).
/// </summary>
internal sealed class FormMending(RequestDelegate next)
{
    private static readonly byte[] EncodedNul = "%00"u8.ToArray();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!ErrorPages.IsRunning(context) && context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            if (await ReadAsync(context.Request) is not { } body)
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }

            context.Request.Body = new MemoryStream(IsBroken(body) ? Mend(context, body) : body, writable: false);
        }

        await next(context);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var copy = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, HttpServer.LargestBody));
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > HttpServer.LargestBody)
            {
                return null;
            }
        }

        return copy.ToArray();
    }

    private static bool IsBroken(byte[] body) => body.AsSpan().Contains((byte)0) || body.AsSpan().IndexOf(EncodedNul) >= 0;

    private static byte[] Mend(HttpContext context, byte[] body)
    {
        var pairs = Encoding.UTF8.GetString(body).Split('&');
        var broken = pairs.Where(IsBroken).Select(pair => WebUtility.UrlDecode(Mend(pair).Split('=')[0])).Distinct().ToList();
        context.Features.Set(new BrokenFields(broken));
        return Encoding.UTF8.GetBytes(string.Join('&', pairs.Select(Mend)));
    }

    private static bool IsBroken(string pair) => pair.Contains("%00", StringComparison.Ordinal) || pair.Contains('\0', StringComparison.Ordinal);

    private static string Mend(string pair) => pair.Replace("%00", "%EF%BF%BD", StringComparison.Ordinal).Replace("\0", "%EF%BF%BD", StringComparison.Ordinal);
}
