using Portal.Web.Audit;

namespace Portal.Web.Domain.Points;

/// <summary>What is recorded of points; the subject is the contract.</summary>
internal sealed class PointEvents() : EventContribution(typeof(PointEventText),
    [
        new(Granted, "The staff gives points to a contract; the facts name points, period and what for")
        {
            Mailed = "to the contract's managers",
        },
        new(TakenBack, "The staff takes points of a grant back, with a reason; what is used or set aside stays so")
        {
            Mailed = "to the contract's managers",
        },
        new(Reserved, "Points are set aside for what a customer asks for"),
        new(Used, "Points that were set aside are used"),
        new(Returned, "Points that were set aside are free again"),
        new(Expired, "Points that were left at the end of their period are gone"),
    ])
{
    public const string Granted = "points-granted";
    public const string TakenBack = "points-taken-back";
    public const string Reserved = "points-reserved";
    public const string Used = "points-used";
    public const string Returned = "points-returned";
    public const string Expired = "points-expired";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class PointEventText;
