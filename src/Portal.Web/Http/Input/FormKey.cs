using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Portal.Web.Http.Hosting;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Input;

/// <summary>
/// By what a form is known again: its id, the browser it was shown in and everything that was sent. Whoever changes a
/// field under an old id is judged like anybody, so nothing is guessed for free; and the id alone opens nothing.
/// </summary>
internal sealed class FormKey(FormOnce once, CurrentTenant tenant)
{
    /// <summary>What a script sends is small.</summary>
    private const int LongestScript = 64 * 1024;

    private static readonly byte[] Marker = Encoding.ASCII.GetBytes(FormOnce.FieldName + "=");

    /// <returns>The key; null for what carries no id, and for what
    /// does not come from a browser that was shown a form.</returns>
    public async Task<byte[]?> OfAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !tenant.IsSet
            || context.GetEndpoint()?.Metadata.GetMetadata<SentAgainAttribute>() is not null
            || context.Features.Get<IFormFeature>() is StreamedForm { IsWhole: false } || once.Browser(context) is not { } browser)
        {
            return null;
        }

        // A large body is read for nobody but who is signed in (RX-03): strangers would fill the node's disk.
        if (TakesLargeBodies(context) && !(await context.AuthenticateAsync()).Succeeded)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, browser);
        Add(hash, request.PathBase + request.Path + request.QueryString);
        return await AddContentAsync(request, hash) ? hash.GetHashAndReset() : null;
    }

    private static bool TakesLargeBodies(HttpContext context) => context.GetEndpoint()?.Metadata is { } about
        && about.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize > HttpServer.LargestBody
        && about.GetMetadata<IAllowAnonymous>() is null;

    private static Task<bool> AddContentAsync(HttpRequest request, IncrementalHash hash) => request.ContentType switch
    {
        { } type when Is(type, "application/x-www-form-urlencoded") => AddFieldsAsync(request, hash),
        { } type when Is(type, "multipart/form-data") => AddPartsAsync(request, hash),
        { } type when Is(type, "application/json") => AddScriptAsync(request, hash),
        _ => Task.FromResult(false),
    };

    /// <summary>The body as it came; <see cref="FormMending"/> holds it already.</summary>
    private static async Task<bool> AddFieldsAsync(HttpRequest request, IncrementalHash hash)
    {
        var body = await ReadAsync(request);
        hash.AppendData(body);
        return body.AsSpan().IndexOf(Marker) >= 0;
    }

    /// <summary>A browser draws the line between the parts anew each time, so the parts count, not the body.</summary>
    private static async Task<bool> AddPartsAsync(HttpRequest request, IncrementalHash hash)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync();
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            // Whoever reads it next gets the same exception, and has an answer to it.
            return false;
        }

        foreach (var (name, values) in form)
        {
            Add(hash, name);
            Add(hash, values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            foreach (var value in values)
            {
                Add(hash, value ?? "");
            }
        }

        foreach (var file in form.Files)
        {
            Add(hash, file.Name);
            Add(hash, file.FileName);
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content));
        }

        return form.ContainsKey(FormOnce.FieldName);
    }

    private static async Task<bool> AddScriptAsync(HttpRequest request, IncrementalHash hash)
    {
        if (!Guid.TryParse(request.Headers[FormOnce.Header], out var id) || request.ContentLength is not <= LongestScript)
        {
            return false;
        }

        request.EnableBuffering();
        Add(hash, id.ToString("N"));
        hash.AppendData(await ReadAsync(request));
        return true;
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return copy.ToArray();
    }

    private static bool Is(string type, string wanted) => type.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>With its length in front, so that nothing moves from one field to the next.</summary>
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
