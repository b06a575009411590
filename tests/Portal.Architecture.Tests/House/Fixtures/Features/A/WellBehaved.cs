namespace Portal.Architecture.Tests.House.Fixtures.Features.A;

internal sealed class WellBehaved : Http.IPageFilter
{
    public static int Do()
    {
        Mail.Mailer.Send();
        return new Data.Row().Save() + new Shared.Layout().GetHashCode() + new Domain.Accounts.Identity.Account().GetHashCode();
    }
}
