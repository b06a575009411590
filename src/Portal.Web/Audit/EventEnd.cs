namespace Portal.Web.Audit;

/// <summary>How an event came out, where its kind alone does not say it (FACE-6).</summary>
public enum EventEnd
{
    Neutral,
    Success,
    Failure,
}
