namespace Portal.Web.Audit.Verification;

/// <summary>What the log keeps of a look at itself.</summary>
internal static class VerificationFacts
{
    public const string Intact = "intact";
    public const string GoesOn = "goes-on";

    public static object Of(ChainCursor from, ChainStep step) => new
    {
        fromSeal = from.Seal,
        events = step.Checked,
        verdict = step.Break?.Kind.ToString() ?? (step.Next is null ? Intact : GoesOn),
        seal = step.Break?.Number,
        place = step.Break?.Place,
        @event = step.Break?.EventId,
    };
}
