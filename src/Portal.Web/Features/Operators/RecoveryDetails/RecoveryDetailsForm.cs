using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.RecoveryDetails;

public sealed class RecoveryDetailsForm : SteppedForm, IKeywordForm
{
    public string? Keyword { get; set; }

    public string? KeywordAgain { get; set; }

    public string? SealedKeyword { get; set; }

    [InDraft]
    public string? Email { get; set; }

    [BindNever]
    public PortalUser? Subject { get; set; }

    [BindNever]
    public bool OffersKeyword { get; set; }

    [BindNever]
    public bool OffersEmail { get; set; }

    public bool OffersSomething => OffersKeyword || OffersEmail;
}
