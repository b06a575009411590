namespace Portal.Web.Data.Entities;

public enum PasskeyPurpose
{
    SignIn,
    Register,
    Reauthenticate,
}
