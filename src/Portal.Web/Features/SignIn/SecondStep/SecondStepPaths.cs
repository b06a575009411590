using Portal.Rules.SecondFactors;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>Where each method is asked for.</summary>
internal static class SecondStepPaths
{
    public const string Choice = "~/login/method";

    /// <summary>A passkey needs no page of its own: its button is on the page of choice.</summary>
    public static string Of(FactorMethod method) => method switch
    {
        FactorMethod.App => "~/login/totp",
        FactorMethod.EmailCode => "~/login/email-code",
        FactorMethod.RecoveryCode => "~/login/recovery-code",
        _ => Choice,
    };
}
