using Portal.Web.Audit;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>What is recorded of work requests and of their catalogue; never what was filled in.</summary>
internal sealed class WorkRequestEvents() : EventContribution(typeof(WorkRequestEventText),
    [
        new(Submitted, "A customer asks for something of the catalogue; its points are set aside") { Mailed = "to the author" },
        new(Accepted, "The staff accepts a work request: its points are used, a case is opened") { Mailed = Concerned },
        new(Declined, "The staff declines a work request, with a reason; its points are free again") { Mailed = Concerned },
        new(Withdrawn, "A customer takes a work request back; its points are free again")
        {
            Mailed = "to the author, where somebody else does",
        },
        new(ItemAdded, "The staff writes a new item of the catalogue"),
        new(ItemChanged, "The staff changes an item of the catalogue; what was sent keeps its version"),
        new(ItemPublished, "An item of the catalogue is published"),
        new(ItemHidden, "An item of the catalogue is hidden"),
    ])
{
    public const string Submitted = "work-request-submitted";
    public const string Accepted = "work-request-accepted";
    public const string Declined = "work-request-declined";
    public const string Withdrawn = "work-request-withdrawn";
    public const string ItemAdded = "work-item-added";
    public const string ItemChanged = "work-item-changed";
    public const string ItemPublished = "work-item-published";
    public const string ItemHidden = "work-item-hidden";

    private const string Concerned = "to the author; where that account is gone, to the contract's managers";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class WorkRequestEventText;
