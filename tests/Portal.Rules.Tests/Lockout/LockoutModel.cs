using System.Runtime.CompilerServices;
using Portal.Rules.Lockout;

namespace Portal.Rules.Tests.Lockout;

/// <summary>
/// Plays a random history against the rules and keeps its own books: how many passwords were really evaluated. Each
/// step asserts what must hold whatever happened before.
/// </summary>
internal sealed class LockoutModel(LockoutPolicy policy)
{
    private readonly Dictionary<AttemptSource, int> _evaluated = new() { [AttemptSource.Stranger] = 0, [AttemptSource.KnownBrowser] = 0 };
    private DateTimeOffset _now = Given.Now;
    private int _sinceSuccess;

    public LockoutState State { get; private set; } = LockoutState.Clear;

    public void Wrong(AttemptSource source)
    {
        var gate = LockoutRules.Check(State, source, _now);
        if (gate is not Gate.Open)
        {
            Must(LockoutRules.Fail(State, policy, source, _now).State == State);
            return;
        }

        Lapse();
        var (state, effect) = LockoutRules.Fail(State, policy, source, _now);
        _evaluated[source]++;
        _sinceSuccess++;
        State = state;
        AssertBounds();
        AssertEffect(source, effect);
    }

    public void Right(AttemptSource source)
    {
        if (LockoutRules.Check(State, source, _now) is not Gate.Open)
        {
            return;
        }

        Lapse();
        var other = Other(source);
        var before = State.Of(other);
        State = LockoutRules.Succeed(State, source);
        Must(State.Of(other) == before);
        Must(State.Of(source) == SourceState.Clear);
        _evaluated[source] = 0;
        _sinceSuccess = 0;
    }

    public void Wait(TimeSpan time)
    {
        _now += time;
        Lapse();
    }

    public void Release()
    {
        var voidedAt = State.VoidedAt;
        State = LockoutRules.Release(State);
        Must(State.VoidedAt == voidedAt);
        Must(LockoutRules.IsLocked(State, _now) == (voidedAt is not null));
        ForgetAll();
    }

    public void SetPassword()
    {
        State = LockoutRules.PasswordSet(LockoutRules.Release(State));
        Must(State == LockoutState.Clear);
        ForgetAll();
    }

    private void Lapse()
    {
        var before = State;
        foreach (var ended in LockoutRules.Lapsed(before, _now))
        {
            Must(ended.EndedAt <= _now);
            _evaluated[ended.Source] = 0;
        }

        State = LockoutRules.Lapse(before, _now).State;
        Must(State.TotalFailures == before.TotalFailures);
        Must(State.VoidedAt == before.VoidedAt);
        Must(LockoutRules.IsLocked(State, _now) == LockoutRules.IsLocked(before, _now));
    }

    private void AssertBounds()
    {
        Must(_evaluated.Values.All(count => count <= policy.Limit));
        Must(_evaluated.Values.Sum() <= 2 * policy.Limit);
        Must(State.TotalFailures == _sinceSuccess);
        Must(_sinceSuccess <= LockoutPolicy.FailuresThatVoid);
        Must((State.VoidedAt is not null) == (_sinceSuccess == LockoutPolicy.FailuresThatVoid
            || (policy.Mode == LockoutMode.Void && _evaluated.Values.Max() == policy.Limit)));
    }

    private void AssertEffect(AttemptSource source, FailureEffect effect)
    {
        var closes = _evaluated[source] == policy.Limit || _sinceSuccess == LockoutPolicy.FailuresThatVoid;
        Must((effect is not FailureEffect.Counted) == closes);
        Must((LockoutRules.Check(State, source, _now) is not Gate.Open) == closes);
        Must((effect is FailureEffect.VoidedNow) == (State.VoidedAt is not null));
    }

    private void ForgetAll()
    {
        _evaluated[AttemptSource.Stranger] = 0;
        _evaluated[AttemptSource.KnownBrowser] = 0;
        _sinceSuccess = 0;
    }

    // Plain, because a hundred thousand steps are played: an
    // assertion library's own cost would be all that is measured.
    private static void Must(bool holds, [CallerArgumentExpression(nameof(holds))] string claim = "")
    {
        if (!holds)
        {
            throw new InvalidOperationException("Does not hold: " + claim);
        }
    }

    private static AttemptSource Other(AttemptSource source) =>
        source == AttemptSource.Stranger ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
}
