using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Attention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Users_Ending",
                table: "Users",
                columns: new[] { "TenantId", "ContractId", "ValidUntil" },
                filter: "\"ValidUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_ContractId_MustChangePassword",
                table: "Users",
                columns: new[] { "TenantId", "ContractId", "MustChangePassword" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_WithoutPassword",
                table: "Users",
                columns: new[] { "TenantId", "ContractId" },
                filter: "\"PasswordHash\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_Ending",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_ContractId_MustChangePassword",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_WithoutPassword",
                table: "Users");
        }
    }
}
