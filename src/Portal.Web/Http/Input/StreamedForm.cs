using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Input;

/// <summary>A page that takes files in its form, part by part.</summary>
public interface IStreamedFormMetadata
{
    /// <summary>Bytes of everything together.</summary>
    long LargestBody { get; }
}

/// <summary>A file within a form, while it comes in.</summary>
public sealed record FormFilePart(string Field, string FileName, Stream Content);

/// <summary>
/// A form with files that is read only as far as it is needed: whoever asks for its fields, such as the check of its
/// token, gets those before the first file. The files themselves are read when it is known who sends them, one by one
/// and into the hands of whoever wants them; nothing is gathered in memory or on disk here.
/// </summary>
internal sealed class StreamedForm : IFormFeature
{
    private const int LongestKey = 200;
    private const int LongestValue = 256 * 1024;
    private const int LongestBoundary = 70;

    private readonly Dictionary<string, StringValues> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly MultipartReader reader;
    private MultipartSection? file;
    private int count;
    private long length;

    public StreamedForm(string boundary, Stream body, long largestBody) =>
        reader = new MultipartReader(boundary, new LimitedBody(body, largestBody));

    public bool HasFormContentType => true;

    public IFormCollection? Form { get; set; }

    /// <summary>All of it has been read.</summary>
    public bool IsWhole { get; private set; }

    /// <returns>Null where the request is no such form.</returns>
    public static StreamedForm? Of(HttpRequest request, long largestBody) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? new StreamedForm(boundary.ToString(), request.Body, largestBody)
            : null;

    public IFormCollection ReadForm() => Form ?? throw new NotSupportedException("Read forms asynchronously.");

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (Form is null)
        {
            await ReadFieldsAsync(cancellationToken);
            Form = new FormCollection(new Dictionary<string, StringValues>(fields, StringComparer.OrdinalIgnoreCase));
        }

        return Form;
    }

    /// <summary>
    /// The rest: each file to <paramref name="receive"/>, which says what stands in its field instead.
    /// </summary>
    public async Task ReadFilesAsync(Func<FormFilePart, Task<string?>> receive, CancellationToken cancellationToken)
    {
        await ReadFormAsync(cancellationToken);
        while (file is { } part)
        {
            var disposition = part.GetContentDispositionHeader()!;
            var name = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString().Trim('"');

            if (name.Length > 0 && FieldOf(disposition) is { Length: > 0 } field
                && await receive(new FormFilePart(field, name, part.Body)) is { } value)
            {
                fields[field] = StringValues.Concat(fields.GetValueOrDefault(field), value);
            }

            await ReadFieldsAsync(cancellationToken);
        }

        IsWhole = true;
        Form = new FormCollection(fields);
    }

    /// <summary>Up to the next file, or to the end.</summary>
    private async Task ReadFieldsAsync(CancellationToken cancellationToken)
    {
        while ((file = await reader.ReadNextSectionAsync(cancellationToken)) is { } part)
        {
            var disposition = part.GetContentDispositionHeader();
            if (disposition?.IsFileDisposition() == true)
            {
                Count();
                return;
            }

            if (disposition?.IsFormDisposition() != true || FieldOf(disposition) is not { Length: > 0 and <= LongestKey } field)
            {
                throw new InvalidDataException("A part of the form is no field.");
            }

            Count();
            if (IsUnchosen(disposition))
            {
                continue;
            }

            fields[field] = StringValues.Concat(fields.GetValueOrDefault(field), await ValueAsync(part, cancellationToken));
        }
    }

    private void Count()
    {
        if (++count > InputServices.MostFields)
        {
            throw new InvalidDataException("The form has too many fields.");
        }
    }

    private async Task<string> ValueAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        using var value = new MemoryStream();
        var piece = new byte[4096];
        while (await part.Body.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            value.Write(piece, 0, read);
            length += read;
            if (value.Length > LongestValue || length > HttpServer.LargestBody)
            {
                throw new InvalidDataException("A field of the form is too long.");
            }
        }

        return Encoding.UTF8.GetString(value.GetBuffer(), 0, (int)value.Length);
    }

    /// <summary>A field in which no file was chosen comes as one whose name is empty, and is no text.</summary>
    private static bool IsUnchosen(ContentDispositionHeaderValue disposition) =>
        disposition.Parameters.Any(parameter => parameter.Name.Equals("filename", StringComparison.OrdinalIgnoreCase));

    private static string FieldOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
}
