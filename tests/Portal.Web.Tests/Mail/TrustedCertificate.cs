using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Web.Tests.Mail;

/// <summary>
/// Trusts one more certificate while it lives. The mail client knows no other hook than the process-wide one.
/// </summary>
internal sealed class TrustedCertificate : IDisposable
{
    private readonly RemoteCertificateValidationCallback? former;

    public TrustedCertificate(X509Certificate2 certificate)
    {
        var thumbprint = certificate.Thumbprint;
#pragma warning disable SYSLIB0014 // there is no other
        former = ServicePointManager.ServerCertificateValidationCallback;
        ServicePointManager.ServerCertificateValidationCallback = (_, presented, _, errors) =>
            errors == SslPolicyErrors.None || (presented as X509Certificate2)?.Thumbprint == thumbprint;
#pragma warning restore SYSLIB0014
    }

    public void Dispose()
    {
#pragma warning disable SYSLIB0014 // see above
        ServicePointManager.ServerCertificateValidationCallback = former;
#pragma warning restore SYSLIB0014
    }
}
