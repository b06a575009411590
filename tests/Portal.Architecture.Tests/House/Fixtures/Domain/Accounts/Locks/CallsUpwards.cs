namespace Portal.Architecture.Tests.House.Fixtures.Domain.Accounts.Locks;

internal sealed class CallsUpwards(SignIn.Door door)
{
    public override string ToString() => door.ToString();
}
