using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Lockout;

namespace Portal.Rules.Tests.Lockout;

public sealed class LockoutModelTests
{
    private static readonly Config ManySteps = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(400);

    [Theory]
    [InlineData(LockoutMode.Timed, 1, false)]
    [InlineData(LockoutMode.Timed, 5, false)]
    [InlineData(LockoutMode.Timed, 5, true)]
    [InlineData(LockoutMode.UntilReleased, 5, false)]
    [InlineData(LockoutMode.Void, 10, false)]
    [InlineData(LockoutMode.Timed, 100, false)]
    public void LOCK_2_LOCK_10_CG_12_AnyHistory_KeepsTheBounds(LockoutMode mode, int limit, bool doubles)
    {
        var policy = new LockoutPolicy(limit, mode, TimeSpan.FromMinutes(20), doubles, TimeSpan.FromHours(1));
        Prop.ForAll<byte[]>(steps => Play(policy, steps, Anything)).Check(ManySteps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(100)]
    public void CG_12_PatientGuessersWithoutASuccess_EndWithAVoidPassword(int limit)
    {
        var policy = new LockoutPolicy(limit, LockoutMode.Timed, TimeSpan.FromMinutes(20));
        Prop.ForAll<byte[]>(steps =>
        {
            var model = new LockoutModel(policy);
            Play(model, steps, WrongOrWait);
            for (var i = 0; i < LockoutPolicy.FailuresThatVoid; i++)
            {
                model.Wrong((AttemptSource)(i % 2));
                model.Wait(TimeSpan.FromMinutes(20));
            }

            return model.State.VoidedAt is not null && model.State.TotalFailures == LockoutPolicy.FailuresThatVoid;
        }).Check(ManySteps);
    }

    private static bool Play(LockoutPolicy policy, byte[] steps, Action<LockoutModel, byte> step)
    {
        Play(new LockoutModel(policy), steps, step);
        return true;
    }

    private static void Play(LockoutModel model, byte[] steps, Action<LockoutModel, byte> step) =>
        Array.ForEach(steps, choice => step(model, choice));

    private static void Anything(LockoutModel model, byte choice)
    {
        switch (choice % 32)
        {
            case < 4:
                model.Right((AttemptSource)(choice % 2));
                break;
            case 4:
                model.Release();
                break;
            case 5:
                model.SetPassword();
                break;
            default:
                WrongOrWait(model, choice);
                break;
        }
    }

    private static void WrongOrWait(LockoutModel model, byte choice)
    {
        if (choice % 8 == 7)
        {
            model.Wait(TimeSpan.FromMinutes(choice / 8));
        }
        else
        {
            model.Wrong(choice % 3 == 0 ? AttemptSource.KnownBrowser : AttemptSource.Stranger);
        }
    }
}
