using Portal.Web.Audit;

namespace Portal.Web.Domain.Approvals;

/// <summary>What is recorded of acts that need two persons; both stand in each event.</summary>
internal sealed class ApprovalEvents() : EventContribution(typeof(ApprovalEventText),
    [
        new(Asked, "An act that the profile marks as high-risk is asked for instead of being done")
        {
            Mailed = "to those who may decide",
        },
        new(Approved, "A second person approves it; the act is done in the same transaction") { Mailed = Requester },
        new(Rejected, "A second person rejects it") { Mailed = Requester },
        new(Void, "A second person approves it, but things had changed: it was not done") { Mailed = Requester },
        new(Expired, "Nobody decides in time"),
    ])
{
    public const string Asked = "approval-asked";
    public const string Approved = "approval-approved";
    public const string Rejected = "approval-rejected";
    public const string Void = "approval-void";
    public const string Expired = "approval-expired";

    private const string Requester = "to who asked";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ApprovalEventText;
