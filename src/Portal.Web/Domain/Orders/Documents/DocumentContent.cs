using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Web.Domain.Orders.Documents;

/// <summary>A label and what belongs to it.</summary>
public sealed record DocumentFact(string Label, string Value);

/// <summary>
/// Everything that stands on a document, in words: nothing is looked up any more when it is shown (ORDER-7).
/// </summary>
/// <param name="Recipient">Whom it is for, line by line.</param>
/// <param name="Seller">Whose it is, line by line.</param>
/// <param name="Main">The one figure that is looked for.</param>
/// <param name="Columns">The first holds words, the others figures.</param>
/// <param name="Sums">Below the table; the last one is the total.</param>
public sealed record DocumentContent(string Title, string Number, string Date, IReadOnlyList<string> Recipient,
    IReadOnlyList<string> Seller, string Lead, DocumentFact Main, IReadOnlyList<DocumentFact> Facts, IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<DocumentFact> Sums, IReadOnlyList<string> Notes)
{
    private static readonly JsonSerializerOptions Form =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static DocumentContent Read(string json) => JsonSerializer.Deserialize<DocumentContent>(json, Form)
        ?? throw new InvalidOperationException("A stored document is empty.");

    public string Write() => JsonSerializer.Serialize(this, Form);
}
