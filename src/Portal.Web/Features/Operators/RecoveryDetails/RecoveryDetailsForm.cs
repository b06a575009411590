using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.RecoveryDetails;

public sealed class RecoveryDetailsForm
{
    public string? Keyword { get; set; }

    public string? KeywordAgain { get; set; }

    /// <summary>The checked keyword, encrypted, on its way through the confirm page.</summary>
    public string? SealedKeyword { get; set; }

    [InDraft]
    public string? Email { get; set; }

    /// <summary>The state of the account the form was opened with (SAFE-1).</summary>
    [InDraft]
    public int Version { get; set; }

    public string? Step { get; set; }

    [BindNever]
    public PortalUser? Subject { get; set; }

    [BindNever]
    public bool OffersKeyword { get; set; }

    [BindNever]
    public bool OffersEmail { get; set; }

    public bool OffersSomething => OffersKeyword || OffersEmail;
}
