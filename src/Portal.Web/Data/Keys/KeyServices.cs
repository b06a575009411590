using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Portal.Web.Data.Keys;

public static class KeyServices
{
    private const string Certificate = KeyOptions.Section + ":" + nameof(KeyOptions.Certificate);

    /// <summary>One key ring for all nodes, in the database; encrypted there when a certificate is given.</summary>
    public static IServiceCollection AddPortalKeys(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        // One pass over the text instead of two; what was protected under an older key stays readable.
        var protection = services.AddDataProtection().SetApplicationName("Portal")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeyRepository(scopes));
        services
            .AddScoped<KeyRing>()
            .AddSingleton<DeploymentKey>();
        if (configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() is { Certificate.Length: > 0 } options)
        {
            protection.ProtectKeysWithCertificate(Read(options.Certificate, options.CertificatePassword));
        }

        return services;
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"{Certificate}: there is no file {file}.");
        }

        var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
        return certificate.NotAfter > TimeProvider.System.GetLocalNow() && certificate.HasPrivateKey
            ? certificate
            : throw new InvalidOperationException($"{Certificate}: {file} is out of date or without its private key.");
    }
}
