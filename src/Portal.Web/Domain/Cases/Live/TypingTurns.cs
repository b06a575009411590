namespace Portal.Web.Domain.Cases.Live;

/// <summary>
/// That somebody types is told now and then, however often their browser says so: whoever sends it a thousand times a
/// second wakes nobody more often for it (RX-06).
/// </summary>
public sealed class TypingTurns(TimeProvider clock)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock access = new();
    private readonly HashSet<(Guid Person, Guid Case)> told = [];
    private readonly Queue<((Guid Person, Guid Case) Who, DateTimeOffset At)> inOrder = [];

    /// <returns>False where it was told a moment ago.</returns>
    public bool Claim(Guid person, Guid caseId)
    {
        var now = clock.GetUtcNow();
        lock (access)
        {
            // A clock that was put back forgets as well: nobody is silent for hours because of it.
            while (inOrder.TryPeek(out var oldest) && (now - oldest.At).Duration() >= Pause)
            {
                told.Remove(inOrder.Dequeue().Who);
            }

            if (!told.Add((person, caseId)))
            {
                return false;
            }

            inOrder.Enqueue(((person, caseId), now));
            return true;
        }
    }
}
