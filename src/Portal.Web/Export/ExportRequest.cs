using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Export;

/// <summary>What is asked for when a file is to be made by a job.</summary>
/// <param name="Kind">One that a source is of.</param>
public sealed record ExportRequest(string Kind, string FileName, ExportContents Contents);

/// <summary>
/// What every job needs to know, whatever its source; each source keeps its conditions in a type derived from it.
/// </summary>
/// <param name="Language">The language of the words in the file: that of its reader.</param>
/// <param name="Facts">The conditions in the form in which the audit log keeps them.</param>
public record ExportContents(string Language, JsonElement Facts)
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>In whose history stands what becomes of the file; null for the home contract of its owner.</summary>
    public Guid? ContractId { get; init; }

    /// <summary>What becomes of a file stands where it stands that it was asked for.</summary>
    /// <param name="owner">The account that asked for it.</param>
    public static AuditSubject SubjectOf(ExportJob job, AuditSubject owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        try
        {
            return owner with { ContractId = Of(job).ContractId ?? owner.ContractId };
        }
        catch (JsonException)
        {
            // That it cannot be made is told all the same (OB-04).
            return owner;
        }
    }

    public static ExportContents Of(ExportJob job) => Of<ExportContents>(job);

    public static T Of<T>(ExportJob job)
        where T : ExportContents
    {
        ArgumentNullException.ThrowIfNull(job);
        return JsonSerializer.Deserialize<T>(job.Filter)!;
    }

    public static JsonElement FactsOf(object facts) => JsonSerializer.SerializeToElement(facts, WithoutNulls);

    /// <summary>With what the source added.</summary>
    public string Write() => JsonSerializer.Serialize(this, GetType());
}
