using Portal.Rules.Cases;

namespace Portal.Web.Features.Cases.Index;

/// <summary>A case as a list shows it.</summary>
public sealed record CaseRow(int Number, CaseStatus Status, CaseKind Kind, string Subject, string Contract, string Holder, string Service,
    string Contact, DateTimeOffset UpdatedAt)
{
    public bool IsConfidential { get; init; }

    /// <summary>Something has happened since the reader looked.</summary>
    public bool IsNew { get; init; }
}
