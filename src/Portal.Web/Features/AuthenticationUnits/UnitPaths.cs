namespace Portal.Web.Features.AuthenticationUnits;

public static class UnitPaths
{
    public const string Change = "~/account/auth-unit";

    public const string Confirm = "~/account/auth-unit/confirm";

    public const string Done = "~/account/auth-unit/done";
}
